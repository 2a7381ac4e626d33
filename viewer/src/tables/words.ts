import { words } from "../words/words.ts";

export const text = words({
  ko: {
    table: "사실 표", subject: "주어", predicate: "관계", object: "목적어", status: "서술 방식", when: "날짜", quote: "근거 문장",
    more: "{count}건 더 보기", shown: "{shown} / {total}건",
  },
  en: {
    table: "Facts", subject: "Subject", predicate: "Relation", object: "Object", status: "Status", when: "Date", quote: "Quote",
    more: "Show {count} more", shown: "{shown} of {total}",
  },
});
