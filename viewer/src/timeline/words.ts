import { words } from "../words/words.ts";

export const text = words({
  ko: {
    timeline: "연표", chart: "날짜별 사실 수: {from}부터 {to}까지, 가장 많은 때는 {peak} ({count}건)", asserted: "사실", open: "계획·가능·소문",
    denied: "부정·종료", lit: "고른 것", from: "기간의 시작", to: "기간의 끝", bin: "{date}: {parts}", part: "{name} {count}건",
    earlier: "{date} 이전", later: "{date} 이후", undated: "날짜 없음 {count}", coarseMonth: "연도만 앎 {count}",
    coarseDay: "날을 모름 {count}", note: "막대 밖", clear: "기간 해제", close: "연표 닫기", none: "날짜가 있는 사실이 없습니다.",
    hint: "끌어서 기간 고르기",
  },
  en: {
    timeline: "Timeline", chart: "Facts by date, {from} to {to}; most at {peak} ({count})", asserted: "asserted",
    open: "planned, possible, rumoured", denied: "negated, ended", lit: "selected", from: "Start of the range", to: "End of the range",
    bin: "{date}: {parts}", part: "{name} {count}", earlier: "{date} or earlier", later: "{date} or later", undated: "{count} undated",
    coarseMonth: "{count} by year only", coarseDay: "{count} without a day", note: "not in the bars", clear: "Clear range",
    close: "Close timeline", none: "No fact has a date.", hint: "Drag to choose a range",
  },
});
