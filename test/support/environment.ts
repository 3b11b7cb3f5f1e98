// Handlers do not load without the variables their grants call for; here stand-ins, so that a test may import them
// before the parts they name are started. What starts a part puts its own address in their place.
import { type Grant, variablesOf } from '../../functions/grants.ts'

const grants: Grant[] = [
  'table:write',
  'receipts:sign',
  'identity:tokens',
  'mail:send',
  'functions:invoke',
  'schedules:write',
  'uploads:put',
  'exports:write',
  'definitions:write',
]

for (const name of variablesOf(grants)) process.env[name] ??= 'not-started'
