import { words } from "../words/words.ts";

export const text = words({
  ko: {
    confidence: "신뢰도 {value}", says: "{name} 발언", openText: "원문에서 보기", noQuote: "원문을 찾을 수 없어 인용만 보입니다.",
  },
  en: {
    confidence: "confidence {value}", says: "according to {name}", openText: "Show in text",
    noQuote: "The text is missing; only the quote is shown.",
  },
});
