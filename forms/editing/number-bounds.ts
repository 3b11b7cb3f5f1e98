// Between what a new number stands until somebody says otherwise: a publication asks for both bounds.
import type { JsonObject } from './json-pointer.ts'

export const MOST_NUMBER = 9_999
/** In cents. */
export const MOST_MONEY = 99_999_999

export const NUMBER: JsonObject = { inputType: 'number', min: 0, max: MOST_NUMBER, step: 1 }
export const MONEY: JsonObject = { ...NUMBER, max: MOST_MONEY, money: true }
