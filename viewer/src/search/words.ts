import { words } from "../words/words.ts";

export const text = words({
  ko: {
    search: "이름이나 문서 찾기", hint: "이름·초성·문서 제목", none: "일치하는 이름이 없습니다", entity: "이름", document: "문서",
    matches: "{count}개 일치", meant: "‘{query}’로 바꾸어 찾음: {count}개 일치",
  },
  en: {
    search: "Find a name or document", hint: "Name, alias or title", none: "No name matches", entity: "Names", document: "Documents",
    matches: "{count} {count|match|matches}", meant: "Searched for “{query}” instead: {count} {count|match|matches}",
  },
});
