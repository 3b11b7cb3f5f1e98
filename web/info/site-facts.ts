// Who answers for the site. A Caf that installs it writes its own here; these are the demo's.
export const siteFacts = {
  operator: 'la Caf de la Savoie',
  contact: 'contact@caf731.test',
  dataProtection: 'dpo@caf731.test',
  statementDate: '24 novembre 2026',
} as const
