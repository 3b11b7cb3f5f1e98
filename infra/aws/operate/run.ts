// `npm run operate -- <command> --stage dev …`: what an operator does to a deployed stage. infra/aws/operating.md says when.
import { parseArgs } from 'node:util'

const commands = {
  'add-agent':
    'gives a person their roles in a Caf: --email --caf --caf-name --roles conseiller,administrateur',
  'add-caf': 'makes a Caf known: --caf --caf-name --zone Europe/Paris',
  'mail-records': 'prints the DNS records by which mails are recognised as ours',
  'publish-form': 'publishes a definition: --caf --form clas-bilan --as clas-bilan --departements 73,74',
  'publish-keys': 'publishes the public keys that receipts are verified by',
  replay: 'runs again what the dead-letter queue holds',
  'upload-site': 'puts the built site online',
} as const
const names = Object.keys(commands)

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(
    ['stage', 'email', 'caf', 'caf-name', 'zone', 'roles', 'form', 'as', 'departements'].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  ),
})
const [command = ''] = positionals
if (!names.includes(command)) {
  console.error(
    `Which command? ${Object.entries(commands).map(([name, about]) => `\n  ${name.padEnd(13)} ${about}`)}`,
  )
  process.exit(1)
}
try {
  const { run } = await import(`./${command}.ts`)
  await run(values)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
