namespace CommunityWidget.Hubs.FanOut;

/// <summary>Sends to this node's connections alone: what every node finds out by itself is not told on.</summary>
public interface ISendHere
{
    void SendHere(string groupName, string methodName, object?[] args);

    /// <summary>Whether any of them is in the group.</summary>
    bool HasHere(string groupName);
}
