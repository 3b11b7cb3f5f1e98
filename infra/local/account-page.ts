// The page where one chooses a demo account: plain HTML, one style block that its own policy allows by hash.
import { createHash } from 'node:crypto'
import { type DemoAccount, demoAccounts } from './demo-accounts.ts'

const style = `
:root{--ink:#18212f;--ink-2:#4b5768;--line:#d8dee8;--paper:#fff;--wash:#f4f6fa;--accent:#1d4fa3}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--wash)}
main{max-width:44rem;margin:0 auto;padding:2.5rem 1rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
p{margin:0 0 .5rem;color:var(--ink-2)}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
button{width:100%;min-height:44px;text-align:left;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.75rem 1rem;cursor:pointer}
button:hover{border-color:var(--accent)}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
strong{display:block}
span{color:var(--ink-2);font-size:.95rem;overflow-wrap:anywhere}
`

const styleHash = createHash('sha256').update(style).digest('base64')

export const accountPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
}

/** The page, whose buttons post `compte=<e-mail>` to `action`. */
export const accountPage = (action: string): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Choisir un compte de démonstration - Échéance</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Choisir un compte de démonstration</h1>
<p>Sur une machine de démonstration, aucun mot de passe n’est demandé. Choisissez qui vous êtes.</p>
<form method="post" action="${action}">
${group('Partenaires', 'partenaire')}
${group('Agents de la Caf', 'caf')}
</form>
</main>
</body>
</html>
`

const group = (title: string, side: DemoAccount['side']): string => `<h2>${title}</h2>
<ul>
${demoAccounts
  .filter((account) => account.side === side)
  .map(
    ({ email, name, about }) =>
      `<li><button name="compte" value="${email}"><strong>${name}</strong> <span>${about} · ${email}</span></button></li>`,
  )
  .join('\n')}
</ul>`
