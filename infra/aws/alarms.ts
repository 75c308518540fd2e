import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarm-topic.ts';
import { FIVE_MINUTES, type Ring, ringsOf, type Watched } from './rings.ts';

export interface AlarmsProps extends Watched {
  readonly stage: string;
  readonly email: string | undefined;
}

/** One alarm per way in which somebody can be let down. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const action = new SnsAction(new AlarmTopic(this, 'Topic', { email: props.email }).topic);
    const rings = { ...ringsOf(props), SomebodyLeftOut: this.leftOutRing(props) };
    for (const [name, ring] of Object.entries(rings)) {
      const alarm = new Alarm(this, name, {
        alarmDescription: ring.says,
        metric: ring.metric,
        threshold: ring.at,
        evaluationPeriods: 1,
        comparisonOperator: ring.below
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: ring.below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }

  /** One bad record or address never stops the rest, so no function fails: its log is the only place that tells. */
  private leftOutRing({ stage, nightly, sender, feedback }: AlarmsProps): Ring {
    const named = { metricNamespace: `RecommendationTracker/${stage}`, metricName: 'LoggedErrors' };
    for (const [name, { log }] of Object.entries({ Nightly: nightly, Sender: sender, Feedback: feedback })) {
      new MetricFilter(this, `${name}LoggedErrors`, {
        logGroup: log,
        filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
        ...named,
      });
    }
    return {
      metric: new Metric({
        namespace: named.metricNamespace,
        metricName: named.metricName,
        period: FIVE_MINUTES,
        statistic: Stats.SUM,
      }),
      at: 1,
      says:
        'A deadline or a mail could not be dealt with, while the rest went on. Its owner may not have been reminded. ' +
        'The lines marked ERROR in the logs of the nightly, sender and feedback functions say which one and why.',
    };
  }
}
