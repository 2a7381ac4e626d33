import { words } from "../words/words.ts";

export const text = words({
  ko: {
    tool: "경로", heading: "두 개체 사이의 경로", close: "닫기", from: "출발", to: "도착", hint: "이름을 치세요", swap: "출발과 도착 바꾸기",
    count: "찾을 경로", paths: "{count}개까지", relations: "따라갈 관계", chosenRelations: "{all}가지 중 {count}가지", every: "모두 고르기", none: "모두 빼기",
    ask: "두 개체를 고르면 보이는 사실만으로 이어지는 길을 짧은 것부터 찾습니다. 길이가 같으면 출처가 많고 확실한 것이 먼저입니다.",
    same: "서로 다른 두 개체를 고르세요.", found: "경로 {count}개, 가장 짧은 것은 {steps}단계", steps: "{count}단계",
    relationsBar: "고른 관계만으로는 이어지지 않습니다. 다른 관계까지 따라가면 경로가 있습니다.", useRelations: "모든 관계로 찾기",
    filtersBar: "필터가 남긴 사실만으로는 이어지지 않습니다. 숨긴 사실까지 보면 경로가 있습니다.", useAll: "필터를 풀고 모든 관계로 찾기",
    textsBar: "이 문서들에는 두 개체를 잇는 사실이 없습니다.", shown: "경로 {n} 표시 중", more: "이 사이의 사실 {count}건 더 보기", matches: "답",
  },
  en: {
    tool: "Paths", heading: "Paths between two entities", close: "Close", from: "From", to: "To", hint: "Type a name", swap: "Swap from and to",
    count: "Look for", paths: "up to {count}", relations: "Relations to follow", chosenRelations: "{count} of {all}", every: "Choose all", none: "Choose none",
    ask: "Choose two entities: the ways between them by the facts that are shown, the shortest first. Of equal length, the better attested is first.",
    same: "Choose two different entities.", found: "{count} {count|path|paths}, the shortest of {steps} {steps|step|steps}", steps: "{count} {count|step|steps}",
    relationsBar: "The chosen relations do not join the two. With other relations there is a path.", useRelations: "Follow all relations",
    filtersBar: "The facts that the filters leave do not join the two. With hidden facts there is a path.", useAll: "Clear filters, follow all relations",
    textsBar: "No fact in these documents joins the two.", shown: "path {n} is shown", more: "Show {count} more {count|fact|facts} between them", matches: "Answers",
  },
});
