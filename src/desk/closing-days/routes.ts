import { entryHandlers } from '../../http/entry/handlers.ts'
import { closingDayDesk } from './desk.ts'

export { list } from './list.ts'

export const entries = entryHandlers(closingDayDesk)
