export { listPdf, printedList } from './contact-list.ts'
