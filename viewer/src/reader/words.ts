import { words } from "../words/words.ts";

export const text = words({
  ko: {
    hint: "이름을 누르면 그 개체가, 표시된 문장을 누르면 그 문장이 말하는 사실이 열립니다.", choose: "문서 고르기",
    facts: "사실 {count}건", none: "문서가 없습니다.",
  },
  en: {
    hint: "Choose a name to open what it names, a marked sentence to open the facts that it states.", choose: "Choose a document",
    facts: "{count} {count|fact|facts}", none: "There are no documents.",
  },
});
