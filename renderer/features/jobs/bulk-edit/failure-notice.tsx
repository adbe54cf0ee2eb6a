import type { ErrorCode } from '#domain/app-error';
import { useErrorWords } from '../../../i18n/use-error-words';
import { Notice } from '../../../ui/notice';

/** A failed call: what happened and what to do next. */
export function FailureNotice({ code }: { readonly code: ErrorCode }) {
  const { title, next } = useErrorWords()(code);
  return (
    <Notice tone="error" title={title}>
      {next}
    </Notice>
  );
}
