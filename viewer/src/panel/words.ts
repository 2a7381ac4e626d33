import { words } from "../words/words.ts";

export const text = words({
  ko: {
    close: "닫기", claims: "가교라고 말하는 문장", claimsNote: "본문의 주장입니다. 네트워크 계산 결과가 아닙니다.",
    connected: "연결이 많은 개체", allEntities: "모든 개체 ({count})", documents: "문서", aliases: "다른 이름", groups: "국가 그룹",
    gazetteer: "이름 사전", sameAs: "외부 식별자", facts: "사실 {count}건", noFacts: "이 개체에 관한 사실이 없습니다.",
    neighbours: "이웃 {count}", namedIn: "이름이 나오는 문서", times: "{count}번", more: "{count}건 더 보기",
  },
  en: {
    close: "Close", claims: "Who is called a bridge", claimsNote: "The texts' own claims, not a result computed from the network.",
    connected: "Most connected", allEntities: "All entities ({count})", documents: "Documents", aliases: "Also called",
    groups: "Country groups", gazetteer: "gazetteer", sameAs: "Identifiers", facts: "{count} {count|fact|facts}",
    noFacts: "No fact mentions this entity.", neighbours: "{count} {count|neighbour|neighbours}", namedIn: "Named in",
    times: "{count} {count|time|times}", more: "Show {count} more",
  },
});
