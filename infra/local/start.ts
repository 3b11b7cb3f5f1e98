// `npm start`: the whole platform in one process, by the same handlers as on AWS.
import { parseArgs } from 'node:util'
import { demoAccounts } from './demo-accounts.ts'
import { distDir, startLocal } from './local.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    data: { type: 'string', default: '.data' },
    now: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
})

const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(`--port attend un nombre de 0 à 65535, et non « ${values.port} ».`)
}
if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
  fail(`--now attend un instant ISO 8601, par exemple 2024-07-12T21:59:50Z, et non « ${values.now} ».`)
}

if (!values['no-build']) {
  const { buildSite } = await import('../../web/build.ts')
  await buildSite({ outDir: distDir })
}

const local = await startLocal({
  port,
  dataDir: values.data,
  ...(values.now ? { now: values.now } : {}),
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))

console.log(`\nÉchéance est prête : ${local.origin}`)
if (values.now)
  console.log(`Horloge décalée : il est ${new Date(local.now()).toISOString()} pour les échéances.`)
console.log(`Les messages envoyés se lisent à ${local.origin}/boite-aux-lettres/`)
console.log('\nComptes de démonstration, à choisir à la connexion :')
for (const { email, about } of demoAccounts) console.log(`  ${email.padEnd(38)} ${about}`)
console.log('\nCtrl-C pour arrêter ; les données restent dans', values.data)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    local.close().finally(() => process.exit(0))
  })
}
