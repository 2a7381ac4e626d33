import { words } from "../words/words.ts";

export const text = words({
  ko: {
    tool: "기록", first: "처음 보기", select: "{name} 선택", facts: "사실 {count}건 선택", cluster: "묶음 선택", unselect: "선택 해제",
    hide: "필터: {name} 숨김", show: "필터: {name} 보임", many: "필터 바꿈", clear: "필터 지움", dates: "필터: {from}–{to}",
    confidence: "필터: 신뢰도 {value} 이상", sources: "필터: 출처 {count}곳 이상", documents: "필터: 문서 {count}건만", allDocuments: "필터: 모든 문서",
    focus: "{name} 주변 {depth}단계", unfocus: "모두 보기", expand: "이웃 펼침", collapse: "{name} 접음", unfold: "묶음 펼치거나 접음", pin: "{name} 고정", unpin: "고정 풀기",
    pathing: "경로 찾기 열기", notPathing: "경로 찾기 닫기", path: "경로: {from} – {to}", chosen: "경로 {n} 고름", question: "경로 질문 바꿈",
    broker: "가교 {name}", noBroker: "가교 선택 해제", reading: "원문: {name}", notReading: "원문 닫기", graph: "그래프 보기", brokers: "가교 분석 보기", tables: "표 보기",
    texts: "원문 보기", free: "자유 배치", grouped: "집단별 배치", size: "크기 기준 바꿈", theme: "화면 색 바꿈", language: "언어 바꿈",
    filtering: "필터 창", timeline: "연표", table: "표 바꿈", sorting: "정렬 바꿈", other: "보기 바꿈",
  },
  en: {
    tool: "History", first: "First view", select: "{name} selected", facts: "{count} {count|fact|facts} selected", cluster: "Cluster selected", unselect: "Nothing selected",
    hide: "Filter: {name} hidden", show: "Filter: {name} shown", many: "Filter changed", clear: "Filter cleared", dates: "Filter: {from}–{to}",
    confidence: "Filter: confidence of {value} or more", sources: "Filter: {count} or more sources", documents: "Filter: {count} {count|document|documents}",
    allDocuments: "Filter: all documents",
    focus: "{name}, {depth} {depth|tie|ties} around", unfocus: "All shown", expand: "Neighbours drawn", collapse: "{name} collapsed", unfold: "Cluster opened or closed",
    pin: "{name} pinned", unpin: "Unpinned", pathing: "Paths opened", notPathing: "Paths closed", path: "Paths: {from} – {to}", chosen: "Path {n} chosen",
    question: "Question for paths changed", broker: "Broker {name}", noBroker: "No broker chosen", reading: "Text: {name}", notReading: "Text closed",
    graph: "Graph", brokers: "Brokers", tables: "Tables", texts: "Texts", free: "Free layout", grouped: "Layout by group", size: "Node size changed",
    theme: "Theme changed", language: "Language changed", filtering: "Filter panel", timeline: "Timeline", table: "Another table", sorting: "Sorting changed", other: "View changed",
  },
});
