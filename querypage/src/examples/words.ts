import { words } from "../../../viewer/src/words/words.ts";

export const text = words({
  ko: { examples: "질의 예시", search: "예시 찾기", none: "맞는 예시가 없습니다", required: "필수" },
  en: { examples: "Examples", search: "Find an example", none: "No example matches", required: "required" },
});
