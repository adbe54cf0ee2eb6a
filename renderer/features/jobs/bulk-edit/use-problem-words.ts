import { useTranslation } from 'react-i18next';
import { exponentOf } from '#domain/currency';
import { formatMinor } from '#domain/money';
import type { DraftProblem, ReadDraft } from './bulk-draft';

/** What nobody has got wrong yet: an empty field waits, it is no mistake. */
function isWaiting(problem: DraftProblem): boolean {
  if (problem.kind === 'amount') return problem.problem === 'empty';
  // The picker says what is not offered.
  return (
    problem.kind === 'not-offered' || problem.kind === 'text-empty' || problem.kind === 'currency-missing'
  );
}

/** Words what is wrong with the form, where something is. `currency` is that of the amount. */
export function useProblemWords(): (read: ReadDraft, currency?: string) => string | undefined {
  const { t } = useTranslation('bulkEdit');
  return (read, currency = '') => {
    if (read.ok || isWaiting(read.problem)) return undefined;
    const { problem } = read;
    switch (problem.kind) {
      case 'not-whole':
        return t('problem.not-whole', { max: problem.max });
      case 'amount': {
        const count = exponentOf(currency) ?? 0;
        const example = formatMinor(125_000, currency);
        if (problem.problem === 'too-many-decimals' && count === 0) {
          return t('problem.amount.no-decimals', { currency });
        }
        return t(`problem.amount.${problem.problem}`, { currency, count, example });
      }
      case 'text':
        return problem.problem.kind === 'too-long'
          ? t('problem.text.too-long', { max: problem.problem.maxLength })
          : t('problem.text.symbol', { symbol: problem.problem.symbol });
      case 'at-missing':
      case 'at-past':
      case 'currency-missing':
      case 'amount-zero':
      case 'amount-too-large':
      case 'text-empty':
      case 'not-offered':
        return t(`problem.${problem.kind}`);
    }
  };
}
