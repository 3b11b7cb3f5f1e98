// `npm run token -- <e-mail> [--port N] [--data DIR]`: prints an access token of a demo account, for curl.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { demoAccounts } from './demo-accounts.ts'
import { IDENTITY_PREFIX } from './identity.ts'
import { findKeys, mintToken } from './identity-keys.ts'

const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: { port: { type: 'string', default: '8080' }, data: { type: 'string', default: '.data' } },
      allowPositionals: true,
    })
    return { ...values, email: positionals[0] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail(`Usage : npm run token -- <adresse> [--port 8080] [--data .data]\n${reason}`)
  }
}

const noAccount = (email: string | undefined): never =>
  fail(
    `${email ? `Aucun compte de démonstration « ${email} ».` : 'Donnez l’adresse d’un compte de démonstration.'}\n` +
      `Les comptes :\n${demoAccounts.map((account) => `  ${account.email}`).join('\n')}`,
  )

const { email, port, data } = readArguments()
const account = demoAccounts.find((one) => one.email === email) ?? noAccount(email)
if (!/^\d{1,5}$/.test(port)) fail(`--port attend un nombre, et non « ${port} ».`)
const keys =
  findKeys(resolve(data)) ?? fail(`Rien dans ${data} : lancez d’abord npm start (avec le même --data).`)
console.log(await mintToken(keys, `http://localhost:${port}${IDENTITY_PREFIX}`, account))
