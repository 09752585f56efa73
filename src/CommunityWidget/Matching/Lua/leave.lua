--[[
  Somebody's last connection to a node ended.
  Guarantee: they have left only when no other node that still beats holds a connection of theirs.
  KEYS  1 the person (hash: at, left, node fields)
  ARGV  1 the node's field   2 heard at   3 other nodes count that heard them since   4 what node fields begin with
        5 milliseconds after which they are forgotten
  Returns 1 when they have left.
]]
local person = KEYS[1]
local node, heard_at, others_since, nodes_begin, forget = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]

redis.call('hdel', person, node)
local fields = redis.call('hgetall', person)
for i = 1, #fields, 2 do
  if string.sub(fields[i], 1, #nodes_begin) == nodes_begin and tonumber(fields[i + 1]) >= others_since then return 0 end
end
redis.call('hset', person, 'at', heard_at, 'left', '1')
redis.call('pexpire', person, forget)
return 1
