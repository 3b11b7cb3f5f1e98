// How far a site conforms to the RGAA, in the three words that the law has it say on its home page. Without zod: pages
// that load nothing else of the notices say it too.

export const conformities = ['non', 'partial', 'total'] as const
export type Conformity = (typeof conformities)[number]

export const conformityWords: Readonly<Record<Conformity, string>> = {
  non: 'non conforme',
  partial: 'partiellement conforme',
  total: 'totalement conforme',
}
