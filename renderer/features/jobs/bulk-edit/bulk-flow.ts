import type { BulkJob, BulkPlan } from '#domain/bulk-job';
import type { BridgeError } from '../../../bridge/bridge-error';
import { hasEnded } from '../../../stores/jobs-store';
import type { ExpiryDraft } from './expiry-draft';

/** Where a bulk edit stands, from the first choice to its job. Nothing is sent before `starting`. */
export type BulkFlow =
  | { readonly kind: 'choosing'; readonly draft: ExpiryDraft; readonly error?: BridgeError }
  | { readonly kind: 'planning'; readonly draft: ExpiryDraft }
  | {
      readonly kind: 'planned';
      readonly draft: ExpiryDraft;
      readonly plan: BulkPlan;
      readonly error?: BridgeError;
    }
  | { readonly kind: 'starting'; readonly draft: ExpiryDraft; readonly plan: BulkPlan }
  | { readonly kind: 'following'; readonly jobId: string };

export type BulkEvent =
  | { readonly kind: 'change-draft'; readonly draft: ExpiryDraft }
  | { readonly kind: 'ask-plan' }
  | { readonly kind: 'plan-made'; readonly plan: BulkPlan }
  | { readonly kind: 'go-back' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'job-started'; readonly jobId: string }
  | { readonly kind: 'call-failed'; readonly error: BridgeError };

/** What follows from an event. An event that does not belong to where the edit stands (a late answer) changes nothing. */
export function nextFlow(flow: BulkFlow, event: BulkEvent): BulkFlow {
  switch (event.kind) {
    case 'change-draft':
      return flow.kind === 'choosing' ? { kind: 'choosing', draft: event.draft } : flow;
    case 'ask-plan':
      return flow.kind === 'choosing' ? { kind: 'planning', draft: flow.draft } : flow;
    case 'plan-made':
      return flow.kind === 'planning' ? { kind: 'planned', draft: flow.draft, plan: event.plan } : flow;
    case 'go-back':
      return flow.kind === 'planned' ? { kind: 'choosing', draft: flow.draft } : flow;
    case 'confirm':
      return flow.kind === 'planned' && flow.plan.willChange > 0
        ? { kind: 'starting', draft: flow.draft, plan: flow.plan }
        : flow;
    case 'job-started':
      return flow.kind === 'starting' ? { kind: 'following', jobId: event.jobId } : flow;
    case 'call-failed':
      return afterFailure(flow, event.error);
  }
}

function afterFailure(flow: BulkFlow, error: BridgeError): BulkFlow {
  if (flow.kind === 'planning') return { kind: 'choosing', draft: flow.draft, error };
  if (flow.kind !== 'starting') return flow;
  const { draft, plan } = flow;
  // Main no longer has the plan: it has to be made again.
  return error.code === 'job/not-found'
    ? { kind: 'choosing', draft, error }
    : { kind: 'planned', draft, plan, error };
}

export const bulkSteps = ['choose', 'plan', 'progress', 'result'] as const;
export type BulkStep = (typeof bulkSteps)[number];

/** The step to show. A job leads from progress to result, and back when its failed edits are tried again. */
export function stepOf(flow: BulkFlow, job: BulkJob | undefined): BulkStep {
  switch (flow.kind) {
    case 'choosing':
    case 'planning':
      return 'choose';
    case 'planned':
    case 'starting':
      return 'plan';
    case 'following':
      return job !== undefined && hasEnded(job) ? 'result' : 'progress';
  }
}
