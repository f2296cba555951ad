export { listCsv, listMerge, listPdf, listVcards, listXlsx, printedList } from './contact-list.ts'
export { printDesk } from './desk.ts'
export { drop, keep } from './kept-lists.ts'
