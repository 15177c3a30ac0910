import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'

import type { Takeaway } from '../core/takeaway'

export interface Letterhead {
  readonly title: string
  /** Whose note it is, and how it stands: a line each. */
  readonly lines: readonly string[]
  readonly language: string
}

/** The note as a document of a word processor. */
export async function docxOf(note: Takeaway, head: Letterhead): Promise<Blob> {
  return Packer.toBlob(
    new Document({
      title: head.title,
      creator: 'Medic Scribe',
      styles: {
        default: {
          document: { run: { size: 21, language: { value: head.language } } },
        },
      },
      sections: [
        {
          children: [
            new Paragraph({ text: head.title, heading: HeadingLevel.HEADING_1 }),
            ...note.warnings.map(
              (text) => new Paragraph({ children: [new TextRun({ text, bold: true })] }),
            ),
            ...head.lines.map((text) => new Paragraph({ text })),
            ...note.parts.flatMap(({ title, items }) => [
              new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
              ...items.map(
                ({ text, caution }) =>
                  new Paragraph({
                    bullet: { level: 0 },
                    children: [
                      new TextRun(text),
                      ...(caution ? [new TextRun({ text: ` (${caution})`, bold: true })] : []),
                    ],
                  }),
              ),
            ]),
          ],
        },
      ],
    }),
  )
}
