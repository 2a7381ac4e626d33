import { words } from "../words/words.ts";

export const text = words({
  ko: {
    arrangement: "배치", free: "자유 배치", grouped: "집단별", others: "그 밖·여럿", unknown: "모름", foldAll: "모두 접기 ({count})",
    key: "묶음의 색", facts: "사실 {count}건", cluster: "{group} 묶음", members: "개체 {count}개",
    membersNote: "연결이 많은 순서입니다. 누르면 그래프에 나타납니다.", unfold: "펼치기", fold: "접기", outer: "바깥 묶음",
    inner: "안의 묶음", tied: "이어진 묶음", relations: "안에서 많은 관계", more: "{count}개 더 보기", neighbours: "이웃 {count}",
    clusters: "묶음 ({count})", ties: "이음 {count}",
  },
  en: {
    arrangement: "Arrangement", free: "Free", grouped: "By group", others: "Others, several", unknown: "Unknown",
    foldAll: "Fold all ({count})", key: "Colours of communities", facts: "{count} {count|fact|facts}", cluster: "{group} community",
    members: "{count} {count|entity|entities}", membersNote: "The best connected first. A press shows one in the graph.",
    unfold: "Unfold", fold: "Fold", outer: "Outer community", inner: "Communities within", tied: "Tied communities",
    relations: "Frequent relations within", more: "Show {count} more", neighbours: "{count} {count|neighbour|neighbours}",
    clusters: "Communities ({count})", ties: "{count} {count|tie|ties}",
  },
});
