import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ExportPreview } from '#contract/export';
import type { ExportScope, ExportSelection } from '#domain/export-spec';
import { actionScope, type Desk } from '../../stores/desk';
import { useDesk } from '../../stores/desk-context';
import { choicesOf, chosenColumns, type ExportForm } from './export-form';

/** Rows of the preview: one shows what a value looks like, the second that the next line is alike. */
const rowsShown = 2;
/** Choices that follow each other at once are written once. */
const pauseMs = 120;

/** A few links of a scope to be written for a look, without asking for the keys of all. */
async function sampleOf(desk: Desk, scope: ExportScope): Promise<ExportSelection | undefined> {
  const { answer } = desk.query.getState();
  if (answer === undefined) return undefined;
  const picked = scope === 'selected' ? actionScope(desk)?.selection : undefined;
  if (picked?.mode === 'only') return { mode: 'only', keys: picked.keys.slice(0, rowsShown) };
  const left = new Set(picked?.keys ?? []);
  const end = Math.min(answer.total, rowsShown + Math.min(left.size, 100));
  const rows = await desk.bridge.call('links:range', { handle: answer.handle, start: 0, end });
  const keys = rows.map(({ key }) => key).filter((key) => !left.has(key));
  return { mode: 'only', keys: keys.slice(0, rowsShown) };
}

/** The beginning of the file as it would be written now; undefined until it is known, and where it cannot be told. */
export function useFilePreview(form: ExportForm, scope: ExportScope): ExportPreview | undefined {
  const desk = useDesk();
  const [preview, show] = useState<ExportPreview | undefined>(undefined);
  const handle = useStore(desk.query, (state) => state.answer?.handle);
  const hasColumns = chosenColumns(form.columns).length > 0;
  const choices = JSON.stringify(choicesOf(form));
  useEffect(() => {
    if (!hasColumns || handle === undefined) return undefined;
    let isOver = false;
    const write = async () => {
      const selection = await sampleOf(desk, scope);
      if (selection === undefined) return;
      const { sort, filter } = desk.query.getState();
      // What was made of a form a line above.
      const asked = JSON.parse(choices) as ReturnType<typeof choicesOf>;
      const made = await desk.bridge.call('export:preview', {
        spec: { ...asked, scope, selection, filter, sort },
      });
      if (!isOver) show(made);
    };
    // A look that fails is no failure of the export: what was shown goes.
    const timer = setTimeout(() => void write().catch(() => isOver || show(undefined)), pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [desk, choices, scope, handle, hasColumns]);
  return hasColumns ? preview : undefined;
}
