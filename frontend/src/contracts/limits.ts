/** How much may be written, as the services take it; a test holds it against their own table. */
export const LIMITS = {
  patientLabel: 120,
  patientName: 200,
  patientIdentifier: 64,
  patientIdentifierSystem: 200,
  visitType: 60,
  keyTerms: 100,
  keyTerm: 50,
  keyTermsInAll: 2000,
  consentWording: 2000,
  segment: 4000,
  statement: 2000,
  omissionReason: 200,
  attestation: 1000,
  addendum: 4000,
  accessReason: 500,
} as const
