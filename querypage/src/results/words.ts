import { words } from "../../../viewer/src/words/words.ts";

export const text = words({
  ko: {
    results: "결과", start: "왼쪽에서 예시를 고르거나 질의를 써서 실행하세요.", running: "실행 중…", stopped: "중지했습니다.", seconds: "{seconds}초",
    count: "{shown}행", none: "결과가 없습니다", triples: "트리플", truth: "예 또는 아니요", yes: "예", no: "아니요",
    rows: "행 수 한도에서 잘림: 처음 {shown}행만 있습니다", bytes: "크기 한도에서 잘림: 일부만 있습니다", time: "시간 한도에서 잘림: 일부만 있습니다",
    raw: "받은 그대로", clipped: "앞부분만 보입니다. 전체는 내려받으세요.", save: "{format} 내려받기",
    previous: "이전", next: "다음", range: "{first}–{last} / {total}", pages: "결과 쪽", unbound: "값 없음",
    error: "오류", where: "{line}행 {column}열로 가기", unreachable: "서버에 닿지 않습니다", again: "biograph serve가 켜져 있는지 확인하고 다시 실행하세요.",
    unreadable: "서버의 답을 읽을 수 없습니다",
  },
  en: {
    results: "Results", start: "Choose an example or write a query, then run it.", running: "Running…", stopped: "Stopped.", seconds: "{seconds} s",
    count: "{shown} {count|row|rows}", none: "No results", triples: "Triples", truth: "Yes or no", yes: "Yes", no: "No",
    rows: "Cut at the limit of rows: these are the first {shown}", bytes: "Cut at the limit of size: this is a part", time: "Cut at the limit of time: this is a part",
    raw: "As received", clipped: "Only the beginning is shown; download the whole.", save: "Download {format}",
    previous: "Previous", next: "Next", range: "{first}–{last} of {total}", pages: "Pages of results", unbound: "no value",
    error: "Error", where: "Go to line {line}, column {column}", unreachable: "The server cannot be reached",
    again: "See whether biograph serve is running, then run the query again.", unreadable: "The server's answer cannot be read",
  },
});
