import { words } from "../words/words.ts";

export const text = words({
  ko: {
    tables: "표 고르기", entities: "개체", facts: "사실", documents: "문서", find: "이 표에서 찾기", none: "조건에 맞는 줄이 없습니다.",
    shown: "{total}건 가운데 {shown}건", more: "{count}건 더 보기", save: "CSV 내려받기", reading: "원문을 읽는 중 {done} / {total}",
    saved: "{file}: {count}줄을 내려받았습니다.", failed: "내려받지 못했습니다. 파일이 잘리지 않았는지 확인하세요.",
    name: "이름", type: "유형", groups: "집단", aliases: "다른 이름", ties: "이웃", factCount: "사실", documentCount: "문서",
    from: "처음", to: "마지막", subject: "주어", predicate: "관계", object: "목적어", status: "서술 방식", when: "날짜",
    details: "세부", speaker: "발언자", confidence: "신뢰도", sources: "출처", quote: "근거 문장", title: "제목",
    publisher: "매체", author: "글쓴이", language: "언어", nameCount: "개체",
    id: "ID", subjectId: "주어 ID", predicateId: "관계 ID", objectId: "목적어 ID", statusId: "서술 방식 ID",
    speakerId: "발언자 ID", document: "문서 제목", documentId: "문서 ID", published: "보도일", start: "시작", end: "끝",
    source: "주소", typeId: "유형 ID", sameAs: "외부 ID",
  },
  en: {
    tables: "Choose a table", entities: "Entities", facts: "Facts", documents: "Documents", find: "Find in this table",
    none: "No row matches.", shown: "{shown} of {total}", more: "Show {count} more", save: "Download CSV",
    reading: "Reading the texts, {done} of {total}", saved: "{file}: {count} {count|row|rows} downloaded.",
    failed: "The download failed: is the file whole?",
    name: "Name", type: "Type", groups: "Groups", aliases: "Other names", ties: "Ties", factCount: "Facts", documentCount: "Documents",
    from: "First", to: "Last", subject: "Subject", predicate: "Relation", object: "Object", status: "Status", when: "Date",
    details: "Details", speaker: "Speaker", confidence: "Confidence", sources: "Sources", quote: "Quote", title: "Title",
    publisher: "Outlet", author: "Author", language: "Language", nameCount: "Entities",
    id: "ID", subjectId: "Subject ID", predicateId: "Relation ID", objectId: "Object ID", statusId: "Status ID",
    speakerId: "Speaker ID", document: "Document title", documentId: "Document ID", published: "Published", start: "Start", end: "End",
    source: "Address", typeId: "Type ID", sameAs: "External IDs",
  },
});

export type Key = Parameters<typeof text>[1];
