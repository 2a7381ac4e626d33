import { words } from "../words/words.ts";

export const text = words({
  ko: {
    actions: "{name}: 그래프에서", only: "이웃만 보기", add: "주변에 더하기", expand: "펼치기", collapse: "접기", path: "여기서 경로", unpin: "고정 풀기",
    expandTitle: "그려지지 않은 이웃 {count}개 그리기", collapseTitle: "다른 연결이 없는 이웃 {count}개 접기",
    focus: "집중해서 보기", around: "주변 {depth}단계", less: "한 단계 좁게", further: "한 단계 넓게", remove: "{name} 빼기", end: "모두 보기",
    capped: "{all}개 중 가까운 {count}개", collapsed: "{count}곳 접음", unfold: "접은 곳 모두 펼치기",
    region: "그래프 영역", hidden: "숨은 이웃 {count}", ties: "이웃 {count}", pinned: "고정됨", folded: "이웃 {count}개 접음", unfolded: "이웃 {count}개 펼침",
    open: "펼침", closed: "접힘", nothing: "그려진 개체가 없습니다", edge: "그쪽에는 더 없습니다", nothingMore: "펼치거나 접을 이웃이 없습니다", loose: "고정 풀림",
    keys: "화살표 이동 · Enter 선택 · F 이웃만 · E 펼치기 · C 접기 · 스페이스 고정 · + − 0 크기 · Shift+화살표 밀기",
  },
  en: {
    actions: "{name}: in the graph", only: "Neighbours only", add: "Add to view", expand: "Expand", collapse: "Collapse", path: "Path from here", unpin: "Unpin",
    expandTitle: "Draw {count} {count|neighbour|neighbours} that {count|is|are} not drawn",
    collapseTitle: "Fold away {count} {count|neighbour|neighbours} without another tie",
    focus: "Focus", around: "within {depth} {depth|tie|ties}", less: "One tie less", further: "One tie further", remove: "Remove {name}", end: "Show all",
    capped: "the nearest {count} of {all}", collapsed: "{count} collapsed", unfold: "Expand all that is collapsed",
    region: "graph area", hidden: "{count} hidden", ties: "{count} {count|neighbour|neighbours}", pinned: "pinned",
    folded: "{count} {count|neighbour|neighbours} folded away", unfolded: "{count} {count|neighbour|neighbours} drawn",
    open: "unfolded", closed: "folded", nothing: "Nothing is drawn", edge: "Nothing further that way", nothingMore: "No neighbour to expand or collapse", loose: "Unpinned",
    keys: "Arrows move · Enter selects · F neighbours only · E expands · C collapses · Space pins · + − 0 size · Shift+arrows pan",
  },
});
