using CommunityWidget.Replay;
using CommunityWidget.Replay.Kills;
using CommunityWidget.Replay.Play;

// Plays real conversations against a running server, frame by frame.
switch (args)
{
    case ["pairs", var address, var data]:
        return await Pairs.Run(new Uri(address), data);
    case ["play", var address, var data, var folder, .. var how]:
        return await PlayTalks.Run(new Uri(address), data, folder, Options.From(how));
    case ["kills", var program, var folder, .. var how]:
        return await KillServer.Run(program, folder, Options.From(how));
    default:
        await Console.Error.WriteLineAsync("""
            Usage: CommunityWidget.Replay pairs SERVER DATA
                   CommunityWidget.Replay play SERVER DATA RECORDINGS [--talks N] [--seed N] [--at-once N] [--volunteers N] [--plant dropped-ack|doubled-delivery]
                   CommunityWidget.Replay kills PROGRAM FOLDER [--rounds N] [--seed N] [--at-once N] [--volunteers N]
            """);
        return 2;
}
