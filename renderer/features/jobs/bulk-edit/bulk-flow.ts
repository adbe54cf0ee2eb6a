import type { CheckedPlan } from '#contract/jobs';
import type { BulkPlan } from '#domain/bulk-job';
import type { BridgeError } from '../../../bridge/bridge-error';
import { changeDraft, type BulkDraft, type DraftPart } from './bulk-draft';

/** What asking the provider about a plan's rows came to. */
export interface PlanCheck extends Omit<CheckedPlan, 'plan'> {
  /** Rows that turned out to be other than the cache had them. */
  readonly changed: number;
}

/** A file the plan was written into; the task that wrote it can show it in its folder. */
export interface SavedPlan {
  readonly taskId: string;
  readonly fileName: string;
}

/** A plan that is shown. It has no draft when it was made elsewhere (taking a job back): then there is nothing to go back to. */
interface Shown {
  readonly plan: BulkPlan;
  readonly draft: BulkDraft | undefined;
  readonly check?: PlanCheck;
  readonly saved?: SavedPlan;
}

/** Where a bulk edit stands, from the first choice to its job. Nothing is sent before `starting`. */
export type BulkFlow =
  | { readonly kind: 'choosing'; readonly draft: BulkDraft; readonly error?: BridgeError }
  | { readonly kind: 'planning'; readonly draft: BulkDraft; readonly taskId: string }
  | (Shown & { readonly kind: 'planned'; readonly error?: BridgeError })
  | (Shown & { readonly kind: 'checking'; readonly taskId: string })
  | (Shown & { readonly kind: 'starting' })
  | { readonly kind: 'following'; readonly jobId: string; readonly isUndo: boolean };

export type ChooseFlow = Extract<BulkFlow, { kind: 'choosing' | 'planning' }>;
export type PlanFlow = Extract<BulkFlow, { kind: 'planned' | 'checking' | 'starting' }>;

export type BulkEvent =
  | { readonly kind: 'change-draft'; readonly part: DraftPart }
  | { readonly kind: 'ask-plan'; readonly taskId: string }
  | { readonly kind: 'plan-made'; readonly plan: BulkPlan }
  | { readonly kind: 'ask-check'; readonly taskId: string }
  | { readonly kind: 'plan-checked'; readonly answer: CheckedPlan }
  | { readonly kind: 'plan-saved'; readonly saved: SavedPlan }
  | { readonly kind: 'go-back' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'job-started'; readonly jobId: string }
  /** A plan that takes the followed job back is to be shown. */
  | { readonly kind: 'show-plan'; readonly plan: BulkPlan }
  | { readonly kind: 'call-failed'; readonly error: BridgeError };

/** What follows from an event. An event that does not belong to where the edit stands (a late answer) changes nothing. */
export function nextFlow(flow: BulkFlow, event: BulkEvent): BulkFlow {
  switch (event.kind) {
    case 'change-draft':
      return flow.kind === 'choosing'
        ? { kind: 'choosing', draft: changeDraft(flow.draft, event.part) }
        : flow;
    case 'ask-plan':
      return flow.kind === 'choosing' ? { kind: 'planning', draft: flow.draft, taskId: event.taskId } : flow;
    case 'plan-made':
      return flow.kind === 'planning' ? { kind: 'planned', draft: flow.draft, plan: event.plan } : flow;
    case 'ask-check':
      return flow.kind === 'planned' ? { kind: 'checking', ...shown(flow), taskId: event.taskId } : flow;
    case 'plan-checked':
      return flow.kind === 'checking' ? afterCheck(flow, event.answer) : flow;
    case 'plan-saved':
      return flow.kind === 'planned' ? { ...flow, saved: event.saved } : flow;
    case 'go-back':
      return flow.kind === 'planned' && flow.draft !== undefined
        ? { kind: 'choosing', draft: flow.draft }
        : flow;
    case 'confirm':
      return flow.kind === 'planned' && flow.plan.willChange > 0
        ? { kind: 'starting', ...shown(flow) }
        : flow;
    case 'job-started':
      return flow.kind === 'starting'
        ? { kind: 'following', jobId: event.jobId, isUndo: isUndo(flow) }
        : flow;
    case 'show-plan':
      return flow.kind === 'following' ? { kind: 'planned', draft: undefined, plan: event.plan } : flow;
    case 'call-failed':
      return afterFailure(flow, event.error);
  }
}

function shown({ plan, draft, check, saved }: Shown): Shown {
  return { plan, draft, ...(check && { check }), ...(saved && { saved }) };
}

/** A file that was saved before tells of an older plan: it is no longer shown. */
function afterCheck({ plan, draft }: Shown, { plan: checkedPlan, ...came }: CheckedPlan): BulkFlow {
  const changed = checkedPlan.changedSince - plan.changedSince;
  return { kind: 'planned', draft, plan: checkedPlan, check: { ...came, changed } };
}

/** What the user stopped is no failure. */
const told = (error: BridgeError) => (error.code === 'app/cancelled' ? {} : { error });

function afterFailure(flow: BulkFlow, error: BridgeError): BulkFlow {
  if (flow.kind === 'planning') return { kind: 'choosing', draft: flow.draft, ...told(error) };
  if (flow.kind !== 'starting' && flow.kind !== 'checking') return flow;
  // Main no longer has the plan: it has to be made again.
  return error.code === 'plan/not-found' && flow.draft !== undefined
    ? { kind: 'choosing', draft: flow.draft, error }
    : { kind: 'planned', ...shown(flow), ...told(error) };
}

/** The plan that main keeps for this edit and that nobody has started: whoever leaves it drops it. */
export function openPlan(flow: BulkFlow): string | undefined {
  return flow.kind === 'planned' || flow.kind === 'checking' ? flow.plan.planId : undefined;
}

/** What main works on for this edit and can be stopped. */
export function runningTask(flow: BulkFlow): string | undefined {
  return flow.kind === 'planning' || flow.kind === 'checking' ? flow.taskId : undefined;
}

/** Whether the edit takes a job back: its plan was made elsewhere, so nothing was chosen here. */
export function isUndo(flow: BulkFlow): boolean {
  return flow.kind === 'following' ? flow.isUndo : flow.draft === undefined;
}

export type BulkStep = 'choose' | 'plan' | 'job';

/** The steps of an edit, in order. */
export function stepsOf(flow: BulkFlow): readonly BulkStep[] {
  return isUndo(flow) ? ['plan', 'job'] : ['choose', 'plan', 'job'];
}

export function stepOf({ kind }: BulkFlow): BulkStep {
  if (kind === 'choosing' || kind === 'planning') return 'choose';
  return kind === 'following' ? 'job' : 'plan';
}
