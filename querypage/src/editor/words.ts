// What the editor itself says, by its own English keys.

import type { Language } from "../../../viewer/src/data/types.ts";

const KOREAN = { Completions: "자동 완성", Diagnostics: "오류", "Control character": "제어 문자", "Selection deleted": "선택 영역 삭제됨" };

export const phrases = (language: Language): Record<string, string> => (language === "ko" ? KOREAN : {});
