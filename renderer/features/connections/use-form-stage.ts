import { useEffect, useRef, useState, type RefObject } from 'react';
import { toBridgeError } from '../../bridge/bridge-error';
import type { FieldVerdict, TextFieldName } from './connection-fields';
import type { TestOutcome } from './test-outcome';

export interface FormStageOptions<Form, Draft> {
  readonly empty: Form;
  /** The draft is undefined while a field has a problem. */
  readonly judge: (form: Form) => FieldVerdict & { readonly draft: Draft | undefined };
  readonly fields: readonly TextFieldName[];
}

export interface FormStage<Form, Draft> {
  /** Goes around the fields. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly form: Form;
  readonly verdict: FieldVerdict;
  readonly visited: ReadonlySet<TextFieldName>;
  readonly busy: 'testing' | 'saving' | undefined;
  readonly outcome: TestOutcome | undefined;
  readonly edit: (part: Partial<Form>) => void;
  readonly visit: (field: TextFieldName) => void;
  /** Does something with the draft and shows what came of it; shows what is missing where there is none. */
  readonly run: (what: 'testing' | 'saving', act: (draft: Draft) => Promise<TestOutcome | undefined>) => void;
}

/** What a form with secrets goes through: filled in, judged, and sent, with the outcome kept until the next edit. */
export function useFormStage<Form, Draft>({
  empty,
  judge,
  fields,
}: FormStageOptions<Form, Draft>): FormStage<Form, Draft> {
  const [form, setForm] = useState<Form>(empty);
  const [visited, setVisited] = useState<ReadonlySet<TextFieldName>>(new Set());
  const [busy, setBusy] = useState<'testing' | 'saving' | undefined>(undefined);
  const [outcome, setOutcome] = useState<TestOutcome | undefined>(undefined);
  const verdict = judge(form);
  // Nothing can be sent yet: the keyboard goes to the first field that says why.
  const frame = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return {
    ...{ frame, form, verdict, visited, busy, outcome },
    edit: (part) => {
      setForm({ ...form, ...part });
      setOutcome(undefined);
    },
    visit: (field) => setVisited(new Set([...visited, field])),
    run: (what, act) => {
      setVisited(new Set(fields));
      setOutcome(undefined);
      if (verdict.draft === undefined) {
        setRefused(refused + 1);
        return;
      }
      setBusy(what);
      void act(verdict.draft)
        .then(setOutcome, (thrown: unknown) => setOutcome({ kind: 'failed', error: toBridgeError(thrown) }))
        .finally(() => setBusy(undefined));
    },
  };
}
