using CommunityWidget.Hubs;
using CommunityWidget.Tests.Suites;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>The framework's own, which shows that the suite asks for nothing else.</summary>
public sealed class FrameworksManagerTests : HubLifetimeManagerSpecification
{
    protected override HubLifetimeManager<VisitorHub> Create() => new DefaultHubLifetimeManager<VisitorHub>(NullLogger<DefaultHubLifetimeManager<VisitorHub>>.Instance);
}

public sealed class OurManagerTests : HubLifetimeManagerSpecification
{
    protected override HubLifetimeManager<VisitorHub> Create() => Nodes.Manager(others: null);
}
