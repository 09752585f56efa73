/** The words of one language. */
export interface After {
  mayPublish: string;
  mayPublishMore: string;
  agreed: string;
  changedMind: string;
  isPublic: string;
  seePage: string;
  takeDown: string;
  sure: string;
  keep: string;
  takenDown: string;
  notAgreed: string;
  afterAll: string;
  report: string;
  reportWhat(name: string): string;
  whatIsWrong: string;
  reasons: Record<string, string>;
  fewWords: string;
  sendReport: string;
  cancel: string;
  reported: string;
  outcomes: Record<string, string>;
}
