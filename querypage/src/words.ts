import { words } from "../../viewer/src/words/words.ts";

export const text = words({
  ko: {
    title: "SPARQL 질의", skip: "본문으로 건너뛰기", tools: "도구", links: "다른 쪽", graph: "그래프", downloads: "내려받기", language: "English", dark: "어두운 화면", side: "예시와 기록",
    editor: "SPARQL 질의 편집기", run: "실행", stop: "중지", keys: "Ctrl+Enter로 실행 · Ctrl+I로 이름 넣기", insert: "이름 넣기",
    name: "이름으로 찾아 주소 넣기", hint: "예: 보스턴", edited: "고친 질의라서 위의 값 없이 적힌 대로 실행됩니다.", restore: "원래 질의로",
    unfold: "SPARQL 보기·고치기", gone: "‘{name}’이라는 예시가 없습니다",
  },
  en: {
    title: "SPARQL query", skip: "Skip to the content", tools: "Tools", links: "Other pages", graph: "Graph", downloads: "Downloads", language: "한국어", dark: "Dark colours", side: "Examples and history",
    editor: "Editor of the SPARQL query", run: "Run", stop: "Stop", keys: "Ctrl+Enter runs · Ctrl+I inserts a name", insert: "Insert a name",
    name: "Find a name, insert its address", hint: "e.g. Boston", edited: "Edited: it runs as written, without the values above.", restore: "Back to the named query",
    unfold: "See or edit the SPARQL", gone: "No example is named “{name}”",
  },
});
