import { describe, expect, test } from 'vitest'
import type { Schedule } from '../../../src/domain/schedule.ts'
import { saySchedule } from '../../../src/i18n/say-rule.ts'
import { day, rule, schedule, slot } from '../../support/schedules.ts'

const everyMonth = { kind: 'every-month' } as const
const keep = { public: 'keep', school: 'keep', closed: 'keep' } as const

describe('a schedule in Turkish, Ukrainian, Arabic and Russian', () => {
  const table: [string, Schedule, string, string, string, string][] = [
    [
      'weekly',
      schedule([slot(rule({ kind: 'weekly', weekdays: [1, 3], every: 1, anchor: null }), '10:00', '12:00')]),
      'Her pazartesi ve çarşamba, 10:00–12:00',
      'По понеділках і середах, 10:00–12:00',
      'كل اثنين وأربعاء, 10:00–12:00',
      'По понедельникам и средам, 10:00–12:00',
    ],
    [
      'monthly',
      schedule([
        slot(
          rule({ kind: 'monthly-weekday', ordinals: [1, -1], weekdays: [3], months: everyMonth }),
          '19:30',
        ),
      ]),
      'Her ayın 1. ve son çarşambası, 19:30',
      'У 1-шу і останню середу кожного місяця, 19:30',
      'أول وآخر أربعاء من كل شهر, 19:30',
      'В 1-ю и последнюю среду каждого месяца, 19:30',
    ],
    [
      'every two weeks, not in the school holidays',
      schedule([
        slot(
          rule(
            { kind: 'weekly', weekdays: [2], every: 2, anchor: day('2026-03-03') },
            { holidays: { ...keep, school: 'skip' } },
          ),
        ),
      ]),
      '2 haftada bir her salı başlangıç: 3 Mart 2026 (çift hafta), okul tatilleri hariç',
      'Раз на 2 тижні по вівторках з 3 березня 2026 року (парний тиждень), крім шкільних канікул',
      'مرة كل 2 أسابيع كل ثلاثاء ابتداء من 3 مارس 2026 (أسبوع زوجي), ما عدا العطل المدرسية',
      'Раз в 2 недели по вторникам с 3 марта 2026 года (чётная неделя), кроме школьных каникул',
    ],
  ]
  for (const [name, said, turkish, ukrainian, arabic, russian] of table) {
    test(name, () => {
      const sentences = (['tr', 'uk', 'ar', 'ru'] as const).map((language) => saySchedule(said, language))
      expect(sentences).toEqual([turkish, ukrainian, arabic, russian])
    })
  }
})
