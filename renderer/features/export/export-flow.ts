import type { ExportAnswer } from '#contract/export';
import type { BridgeError } from '../../bridge/bridge-error';

/** Where an export stands. The task names it to main, for progress, cancelling and showing its file. */
export type ExportFlow =
  | { readonly kind: 'form'; readonly error?: BridgeError }
  | { readonly kind: 'running'; readonly taskId: string }
  | { readonly kind: 'done'; readonly taskId: string; readonly answer: ExportAnswer };

export type ExportEvent =
  | { readonly kind: 'run'; readonly taskId: string }
  /** `null`: the user closed the save dialog. */
  | { readonly kind: 'ended'; readonly taskId: string; readonly answer: ExportAnswer | null }
  | { readonly kind: 'call-failed'; readonly taskId: string; readonly error: BridgeError }
  | { readonly kind: 'go-back' };

/** What follows from an event. An answer to another task than the running one changes nothing. */
export function nextFlow(flow: ExportFlow, event: ExportEvent): ExportFlow {
  switch (event.kind) {
    case 'run':
      return flow.kind === 'form' ? { kind: 'running', taskId: event.taskId } : flow;
    case 'go-back':
      return flow.kind === 'done' ? { kind: 'form' } : flow;
    case 'ended': {
      if (flow.kind !== 'running' || flow.taskId !== event.taskId) return flow;
      const { taskId, answer } = event;
      return answer === null ? { kind: 'form' } : { kind: 'done', taskId, answer };
    }
    case 'call-failed':
      return flow.kind === 'running' && flow.taskId === event.taskId
        ? { kind: 'form', error: event.error }
        : flow;
  }
}
