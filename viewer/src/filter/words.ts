import { words } from "../words/words.ts";

export const text = words({
  ko: {
    filters: "필터", applied: "{count}개 적용", close: "닫기", reset: "모두 해제", shown: "사실 {total}건 중 {shown}건",
    types: "종류", predicates: "관계", statuses: "서술 방식", groups: "그룹", documents: "문서", dates: "기간", confidence: "신뢰도",
    sources: "출처 수", everything: "전체", nothing: "없음", everythingOf: "{part} 전체 고르기", nothingOf: "{part} 없음",
    find: "{part}에서 찾기", more: "{count}개 더 보기", noMatch: "일치하는 항목이 없습니다", documentsNote: "고른 문서가 말하는 사실만 보입니다.",
    from: "시작", to: "끝", dateHint: "연, 연-월 또는 연-월-일", badDate: "2025, 2025-03, 2025-03-11처럼 써 주세요.",
    badRange: "끝이 시작보다 앞섭니다.", undated: "날짜 없는 사실 {count}건 제외", least: "{value} 이상", any: "제한 없음",
    sourcesNote: "서로 다른 글이 몇 편 말하는가. 같은 글이 여러 번 실려도 한 편입니다.", sourcesLabel: "최소 출처 수",
    active: "적용한 필터", remove: "해제", all: "모두 포함", none: "모두 제외", only: "{names}만", without: "{names} 제외",
    withoutCount: "{count}개 제외", documentCount: "{count}건만", fromOnly: "{from}부터", toOnly: "{to}까지", atLeast: "{count}곳 이상",
  },
  en: {
    filters: "Filters", applied: "{count} applied", close: "Close", reset: "Clear all", shown: "{shown} of {total} {total|fact|facts} shown",
    types: "Type", predicates: "Relation", statuses: "Status", groups: "Group", documents: "Document", dates: "Dates",
    confidence: "Confidence", sources: "Sources", everything: "All", nothing: "None", everythingOf: "All of {part}", nothingOf: "None of {part}",
    find: "Find in {part}", more: "Show {count} more", noMatch: "Nothing matches", documentsNote: "Only facts that a chosen document states.",
    from: "From", to: "To", dateHint: "Year, year-month or year-month-day", badDate: "Write it like 2025, 2025-03 or 2025-03-11.",
    badRange: "The end is before the start.", undated: "{count} undated {count|fact|facts} left out", least: "at least {value}", any: "any",
    sourcesNote: "How many different texts state it. A text published several times is one.", sourcesLabel: "Least number of sources",
    active: "Active filters", remove: "remove", all: "all included", none: "none", only: "only {names}", without: "without {names}",
    withoutCount: "{count} left out", documentCount: "{count} chosen", fromOnly: "from {from}", toOnly: "to {to}", atLeast: "at least {count}",
  },
});
