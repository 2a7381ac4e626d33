import { words } from "../../../viewer/src/words/words.ts";

export const text = words({
  ko: { recent: "최근 질의", clear: "기록 지우기", none: "실행한 질의가 여기에 남습니다." },
  en: { recent: "Recent queries", clear: "Clear the history", none: "Queries that you run are kept here." },
});
