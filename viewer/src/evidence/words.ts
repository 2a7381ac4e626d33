import { words } from "../words/words.ts";

export const text = words({
  ko: {
    confidence: "신뢰도 {value}", high: "높음", medium: "중간", low: "낮음",
    confidenceMeans: "문장을 바르게 읽었을 확률의 추정치입니다. 90% 이상은 높음, 70% 이상은 중간입니다.",
    says: "{name} 발언", openText: "원문에서 보기", again: "앞과 같은 문장", noQuote: "원문을 찾을 수 없어 인용만 보입니다.",
    sources: "문서 {count}건", others: "이 사실을 말하는 다른 문장 {count}", hidden: "필터가 감춘 서술 {count}건 보기",
    cite: "인용 복사", citeMarkdown: "Markdown으로 복사", copied: "복사했습니다.", notCopied: "복사하지 못했습니다. 브라우저가 막았습니다.",
    copyLink: "이 보기의 링크 복사", statement: "진술 {id}",
    denied: "엇갈리는 말", amount: "금액이 서로 다름", date: "날짜가 서로 다름",
    happened: "계획이나 소문이 사실로", dropped: "계획이나 소문이 부정됨", ended: "그 뒤에 끝남",
  },
  en: {
    confidence: "confidence {value}", high: "high", medium: "medium", low: "low",
    confidenceMeans: "An estimate of how likely it is that the sentence was read correctly: high from 90%, medium from 70%.",
    says: "according to {name}", openText: "Show in text", again: "The same sentence as before", noQuote: "The text is missing; only the quote is shown.",
    sources: "{count} {count|document|documents}", others: "{count} more {count|sentence|sentences} that say so",
    hidden: "Show {count} {count|statement|statements} that the filters hide",
    cite: "Copy as citation", citeMarkdown: "Copy as Markdown", copied: "Copied.", notCopied: "Could not copy: the browser refused.",
    copyLink: "Copy a link to this view", statement: "statement {id}",
    denied: "Stated and denied", amount: "The amounts differ", date: "The dates differ",
    happened: "Planned or rumoured, then a fact", dropped: "Planned or rumoured, then denied", ended: "Ended later",
  },
});
