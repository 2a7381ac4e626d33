import { words } from "../words/words.ts";

export const text = words({
  ko: {
    hint: "이름을 누르면 그 개체가, 표시된 문장을 누르면 그 문장이 말하는 사실이 열립니다.",
    facts: "사실 {count}건", counts: "이 글이 말하는 사실 {facts}건 · 나오는 이름 {names}개", none: "문서가 없습니다.",
    documents: "문서 목록", find: "제목·매체로 찾기", notFound: "그런 문서가 없습니다.", filtered: "필터에서 고른 문서 {count}건만 보입니다.",
    steps: "표시된 문장 사이를 옮기기", earlier: "이전 문장", later: "다음 문장",
  },
  en: {
    hint: "Choose a name to open what it names, a marked sentence to open the facts that it states.",
    facts: "{count} {count|fact|facts}", none: "There are no documents.",
    counts: "{facts} {facts|fact|facts} stated · {names} {names|name|names} mentioned",
    documents: "Documents", find: "Find by title or outlet", notFound: "There is no such document.",
    filtered: "Only the {count} {count|document|documents} chosen in the filter",
    steps: "Move between marked sentences", earlier: "Previous sentence", later: "Next sentence",
  },
});

export type Key = Parameters<typeof text>[1];
