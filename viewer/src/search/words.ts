import { words } from "../words/words.ts";

export const text = words({
  ko: { search: "이름 찾기", hint: "이름·별칭 찾기 (한글, ABC)", none: "일치하는 이름이 없습니다", matches: "{count}개 일치" },
  en: {
    search: "Find a name", hint: "Find a name or alias (한글, ABC)", none: "No name matches", matches: "{count} {count|match|matches}",
  },
});
