import { words } from "../words/words.ts";

export const text = words({
  ko: {
    save: "저장", png: "그림으로 저장 (PNG)", svg: "벡터 그림으로 저장 (SVG)", print: "인쇄…", shown: "사실 {total}건 중 {shown}건",
    selected: "선택: {name}", facts: "사실 {count}건", made: "biograph · {date}", failed: "그림을 만들지 못했습니다.", saved: "저장했습니다: {name}",
  },
  en: {
    save: "Save", png: "Save as a picture (PNG)", svg: "Save as vectors (SVG)", print: "Print…", shown: "{shown} of {total} facts",
    selected: "Selected: {name}", facts: "{count} {count|fact|facts}", made: "biograph · {date}", failed: "The picture could not be made.",
    saved: "Saved: {name}",
  },
});
