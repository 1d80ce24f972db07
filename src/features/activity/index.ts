export { activityDatasets } from "./datasets/activity-datasets.ts";
export { activityByStatus, practiceBaseline } from "./marts/readings.ts";
export { activityMartFiles, openSnapshots, type Snapshot, type SnapshotRequest, type Snapshots } from "./snapshot.ts";
export { prescribingTable } from "./tables.ts";
