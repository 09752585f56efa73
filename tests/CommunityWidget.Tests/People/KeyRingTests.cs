using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.People;

public sealed class KeyRingTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_make_one_key_and_open_what_the_others_sealed()
    {
        await using var world = await TestWorld.Start();
        var together = new Barrier(4);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var ring = new Together(new KeyRing(world.Db, world.Clock), together);
            var services = new ServiceCollection();
            services.AddDataProtection().SetApplicationName("CommunityWidget");
            services.Configure<KeyManagementOptions>(options => options.XmlRepository = ring);
            var seal = services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("x");
            return (Seal: seal, Sealed: seal.Protect("hello"));
        })));

        Assert.Equal(1, await world.Db.Find<long>("select count(*) from protection_keys"));
        foreach (var node in nodes) Assert.All(nodes, other => Assert.Equal("hello", node.Seal.Unprotect(other.Sealed)));
    }

    /// <summary>Lets every node find the ring empty before one makes a key.</summary>
    private sealed class Together(KeyRing ring, Barrier together) : Microsoft.AspNetCore.DataProtection.Repositories.IXmlRepository
    {
        private bool _first = true;

        public IReadOnlyCollection<System.Xml.Linq.XElement> GetAllElements()
        {
            var all = ring.GetAllElements();
            if (!_first) return all;
            _first = false;
            together.SignalAndWait();
            return all;
        }

        public void StoreElement(System.Xml.Linq.XElement element, string friendlyName) => ring.StoreElement(element, friendlyName);
    }
}
