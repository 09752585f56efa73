using CommunityWidget.BrowserTests.Testing;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>An agent's inbox.</summary>
public sealed class InboxPage(Seat seat, Names names) : DeskPage(seat, names);
