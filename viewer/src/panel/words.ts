import { words } from "../words/words.ts";

export const text = words({
  ko: {
    close: "닫기", back: "뒤로", copy: "복사", copyId: "{id} 복사", andOthers: "외 {count}", claims: "가교라고 말하는 문장", claimsNote: "본문의 주장입니다. 네트워크 계산 결과가 아닙니다.",
    connected: "연결이 많은 개체", allEntities: "모든 개체 ({count})", documents: "문서 ({count})", aliases: "다른 이름", groups: "국가 그룹",
    gazetteer: "이름 사전", ids: "식별자", facts: "사실 {count}건", noFacts: "이 개체에 관한 사실이 없습니다.",
    neighbours: "이웃 {count}", namedIn: "이름이 나오는 문서 ({count})", times: "{count}번", more: "{count}건 더 보기",
  },
  en: {
    close: "Close", back: "Back", copy: "Copy", copyId: "Copy {id}", andOthers: "and {count} more", claims: "Who is called a bridge", claimsNote: "The texts' own claims, not a result computed from the network.",
    connected: "Most connected", allEntities: "All entities ({count})", documents: "Documents ({count})", aliases: "Also called",
    groups: "Country groups", gazetteer: "gazetteer", ids: "Identifiers", facts: "{count} {count|fact|facts}",
    noFacts: "No fact mentions this entity.", neighbours: "{count} {count|neighbour|neighbours}", namedIn: "Named in ({count})",
    times: "{count} {count|time|times}", more: "Show {count} more",
  },
});
