// `npm run token -- <e-mail> [--port N] [--data DIR]`: prints an access token of a demo account, for curl.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { demoAccounts, findAccount } from './demo-accounts.ts'
import { IDENTITY_PREFIX } from './identity.ts'
import { findKeys, mintToken } from './identity-keys.ts'

const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '8080' }, data: { type: 'string', default: '.data' } },
  allowPositionals: true,
})

const account = findAccount(positionals[0] ?? '')
const keys = findKeys(resolve(values.data))
if (!account) {
  console.error(
    `Donnez l’adresse d’un compte de démonstration :\n${demoAccounts.map(({ email }) => `  ${email}`).join('\n')}`,
  )
  process.exit(1)
}
if (!keys) {
  console.error(`Rien dans ${values.data} : lancez d’abord npm start (avec le même --data).`)
  process.exit(1)
}
console.log(await mintToken(keys, `http://localhost:${values.port}${IDENTITY_PREFIX}`, account))
