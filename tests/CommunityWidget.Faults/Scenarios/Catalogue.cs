namespace CommunityWidget.Faults.Scenarios;

internal static class Catalogue
{
    /// <summary>New ones each time: a scenario keeps what happened to it.</summary>
    public static IReadOnlyList<Scenario> All =>
    [
        new F00Short(),
        new F01NodeKilled(),
        new F02AnswerOfCommitLost(),
        new F04Zombie(),
        new F05RollingRestart(),
        new F06RedisEmptied(),
        new F07FiveThousandFlushed(),
        new F08RedisFrozen(),
        new F09PubSubCut(),
        new F10RedisFull(),
        new F11RedisFailover(),
        new F13RedisAbsentAtStart(),
        new F14DatabaseRestarts(),
        new F15DatabaseFrozen(),
        new F16ConnectionsExhausted(),
        new F18DatabaseReadOnly(),
        new F19HotThread(),
        new F24RandomResets(),
        new F25HalfOpen(),
        new F26MobileLine(),
        new F27SlowConsumer(),
        new F28ReconnectStorm(),
        new F29AcceptRace(),
        new F31WinnerVanishes(),
        new F32EverybodyLeaves(),
        new F38PoisonedNews(),
        new F42MixedVersions(),
        new F43RollingUpdate(),
        new F44CrawlerWave(),
        new F45RestoredFromBackup(),
        new F46Flapping(),
    ];
}
