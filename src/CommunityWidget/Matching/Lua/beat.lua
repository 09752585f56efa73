--[[
  People were heard from.
  Guarantee: the newest time counts, and who said goodbye is back. A time this node wrote while its clock was ahead counts no more once it is right.
  KEYS  one hash per person: at, left, and a time for each node that holds a connection
  ARGV  1 now   2 milliseconds after which they are forgotten   3 the node's field, empty when they hold no connection
        4 milliseconds by which a node is ahead of itself when its clock was put back   5 what node fields begin with
  Returns nothing.
]]
local now, forget, node, ahead, nodes_begin = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]

local function newest(person)
  local fields, at = redis.call('hgetall', person), now
  for i = 1, #fields, 2 do
    if string.sub(fields[i], 1, #nodes_begin) == nodes_begin and tonumber(fields[i + 1]) > tonumber(at) then at = fields[i + 1] end
  end
  return at
end

for _, person in ipairs(KEYS) do
  local at = redis.call('hget', person, 'at')
  if not at or tonumber(at) < tonumber(now) then redis.call('hset', person, 'at', now) end
  redis.call('hset', person, 'left', '0')
  if node ~= '' then
    local before = redis.call('hget', person, node)
    redis.call('hset', person, node, now)
    if before and tonumber(before) - tonumber(now) > ahead then redis.call('hset', person, 'at', newest(person)) end
  end
  redis.call('pexpire', person, forget)
end
